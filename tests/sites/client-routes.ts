import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { Routes } from './site.ts'

const folder = new URL('./client/', import.meta.url)

/** The scripts of `client/`, their types stripped, under `/client/`. */
export function clientRoutes(): Routes {
  return Object.fromEntries(
    readdirSync(folder).map((file) => {
      const script = stripTypeScriptTypes(readFileSync(new URL(file, folder), 'utf8'))
      return [`GET /client/${file}`, (exchange) => exchange.send(script, 'text/javascript')] satisfies [
        string,
        Routes[string],
      ]
    }),
  )
}
