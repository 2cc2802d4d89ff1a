exports.main = () => {
  process.exit(3)
}
