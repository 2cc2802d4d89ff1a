exports.main = () => {
  for (;;) {
    /* never ends */
  }
}
