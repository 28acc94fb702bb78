import { guardianPageContract, guardianViewSchema } from '../../app/contracts/guardian-page.ts'
import { clientOf } from '../kit/client.ts'
import { mount } from '../kit/mount.tsx'
import { mirrorView } from '../kit/view-store.ts'
import { App } from './app.tsx'

const client = clientOf(guardianPageContract)
const store = await mirrorView(guardianViewSchema, () => client.view.get(undefined))

mount(<App store={store} client={client} />)
