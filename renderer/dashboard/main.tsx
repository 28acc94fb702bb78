import { z } from 'zod'
import { mount } from '../kit/mount.tsx'
import { App } from './app.tsx'

// The page's policy allows no code from strings, so the schemas must not be compiled into any.
z.config({ jitless: true })

mount(<App />)
