import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { OutboxResume } from './features/channel/outbox-resume'
import { useAppearanceSetting } from './features/session/appearance-setting'
import { LiveRefresh } from './features/session/live-refresh'
import { startCloud } from './platform/cloud'
import { AppearanceProvider } from './ui/appearance'
import './app.scss'

startCloud()

// A call ends by itself within 20 s and says why it failed; asking the browser whether it is online adds nothing.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 5_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})

const App = ({ children }: { readonly children?: ReactNode }) => (
  <QueryClientProvider client={queries}>
    <AppearanceProvider value={useAppearanceSetting()}>
      <LiveRefresh />
      <OutboxResume />
      {children}
    </AppearanceProvider>
  </QueryClientProvider>
)

export default App
