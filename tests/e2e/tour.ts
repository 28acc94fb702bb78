/** The tour: one whole session against a téléservice of our own, pictured page by page, its receipt printed. */
import { join } from 'node:path'
import { startSites } from '../sites/sites.ts'
import { Person } from './person.ts'
import { testPolicy } from './policy.ts'
import { makePlace, startPost } from './post.ts'
import { startAlbum } from './screenshot.ts'

const folder = join(import.meta.dirname, '../../tour')
const album = await startAlbum(folder)
const sites = await startSites()
const place = await makePlace(testPolicy(sites))
const post = await startPost(place)
try {
  const person = new Person(post)
  await person.seesHeading('Bienvenue')
  await album('welcome')
  await person.press('Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await album('help')
  await person.press('On fait avec moi')
  await person.seesHeading('Quelques règles avant de commencer')
  await album('charter')
  await person.press('J’accepte')
  await person.seesHeading('Se mettre d’accord avant de commencer')
  await album('agreement')
  await person.agree()
  await person.seesHome()
  await album('home')
  const page = await person.signInOnAllocations(sites.allocations)
  await album('service')
  await page.goto(`${sites.allocations.origin}/documents`)
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  await person.pressInBar('Documents')
  await album('documents')
  await person.openFirstDocument()
  await album('document')
  await person.pressInBar('Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await album('end-asked')
  await person.press('Oui, terminer')
  await album('ending')
  await person.seesReceipt()
  await album('receipt')
  console.log(`\n${await post.guardian.getByRole('main').innerText()}\n`)
  await person.leave()
  const [session] = sites.allocations.sessions()
  console.log(`On the téléservice’s own server, the person’s session is ${session?.state ?? 'unknown'}.`)
  console.log('Pictures: tour/')
  if (session?.state !== 'closed') process.exitCode = 1
} finally {
  await post.stop()
  await place.remove()
  await sites.stop()
}
