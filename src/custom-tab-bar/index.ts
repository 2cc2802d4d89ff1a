/** WeChat's own, there in its engine alone. */
declare const Component: (options: object) => void

// WeChat asks for this component where tab pages draw their own bar (src/ui/tab-bar.tsx): it draws nothing.
Component({})
