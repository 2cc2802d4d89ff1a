/** What runs when something is held down; WeChat takes letting go for no tap. */
export const onHold = (run: () => void) => ({ onLongPress: run })
