exports.main = ({ lines = 1, length = 1, raw = false }) => {
  for (let n = 0; n < lines; n++) {
    if (raw) process.stdout.write('x'.repeat(length) + '\n')
    else console.log('x'.repeat(length))
  }
  return 'printed'
}
