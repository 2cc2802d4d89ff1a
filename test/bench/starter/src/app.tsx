import type { ReactNode } from 'react'

const App = ({ children }: { readonly children?: ReactNode }) => children

export default App
