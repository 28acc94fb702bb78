import './aid.css'
import type { Aid as Name } from '../../../app/contracts/visitor-aids.ts'
import type { VisitorView } from '../../../app/contracts/visitor-page.ts'
import type { VisitorClient } from '../client.ts'
import { Agenda } from './agenda.tsx'
import { Autonomy } from './autonomy.tsx'
import { Mandate } from './mandate.tsx'
import { MemoryAid } from './memory-aid.tsx'
import { Orientation } from './orientation.tsx'

type Props = { aid: Name; view: VisitorView; client: VisitorClient }

/** A page of ours that helps. What is done in it lives in it alone: gone when it is left. */
export function Aid({ aid, view, client }: Props) {
  switch (aid) {
    case 'orientation':
      return <Orientation printing={view.printing} client={client} />
    case 'autonomy':
      return <Autonomy hasPlaces={view.aids.includes('orientation')} client={client} />
    case 'memoryAid':
      return <MemoryAid />
    case 'agenda':
      return <Agenda printing={view.printing} client={client} />
    case 'mandate':
      return <Mandate structure={view.structure} printing={view.printing} client={client} />
  }
}
