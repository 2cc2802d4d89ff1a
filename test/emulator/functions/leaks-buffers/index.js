exports.main = async () => {
  const kept = []
  for (;;) {
    kept.push(Buffer.alloc(4 * 1024 * 1024, 1))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
