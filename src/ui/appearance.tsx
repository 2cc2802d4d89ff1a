import { createContext, useContext } from 'react'

interface Appearance {
  readonly elder: boolean
  readonly setElder: (elder: boolean) => void
}

const AppearanceContext = createContext<Appearance>({ elder: false, setElder: () => undefined })

export const AppearanceProvider = AppearanceContext.Provider

export const useAppearance = (): Appearance => useContext(AppearanceContext)
