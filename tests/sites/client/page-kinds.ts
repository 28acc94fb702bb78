import type { Kind } from './kind.ts'

/** What stays with the window and its history: they last as long as the window does. */
export const pageKinds: Kind[] = [
  {
    name: 'historique',
    plant: (token) => history.pushState({ relique: token }, '', `/stockage?jeton=${token}&etape=2`),
    read: () => navigation.entries().find((entry) => entry.url?.includes('/stockage'))?.url,
  },
  {
    name: 'état d’historique',
    plant: (token) => navigation.updateCurrentEntry({ state: token }),
    read: () =>
      navigation
        .entries()
        .map((entry) => entry.getState() as string | undefined)
        .find(Boolean),
  },
  {
    name: 'nom de fenêtre',
    plant: (token) => {
      window.name = token
    },
    read: () => window.name,
  },
  field('champ de texte', 'text', 'name'),
  field('mot de passe', 'password', 'current-password'),
]

/** A form field, filled in; only the page that holds it can read it. */
function field(name: string, type: string, autocomplete: AutoFill): Kind {
  return {
    name,
    plant: (token) => {
      const input = Object.assign(document.createElement('input'), {
        type,
        autocomplete,
        name: type,
        value: token,
      })
      input.setAttribute('aria-label', name)
      document.querySelector('main')?.append(input)
    },
    read: () => document.querySelector<HTMLInputElement>(`input[name="${type}"]`)?.value,
  }
}
