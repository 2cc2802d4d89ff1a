exports.main = () => 'x'.repeat(1024 * 1024 + 1)
