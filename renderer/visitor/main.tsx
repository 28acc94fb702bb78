import { visitorPageContract, visitorViewSchema } from '../../app/contracts/visitor-page.ts'
import { clientOf } from '../kit/client.ts'
import { mount } from '../kit/mount.tsx'
import { mirrorView } from '../kit/view-store.ts'
import { App } from './app.tsx'

const client = clientOf(visitorPageContract)
const store = await mirrorView(visitorViewSchema, () => client.view.get(undefined))
mount(<App store={store} client={client} />)
