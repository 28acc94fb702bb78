import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { sessionRoots } from '../../e2e/left-behind.ts'
import { Person } from '../../e2e/person.ts'
import type { Post } from '../../e2e/post.ts'
import { expect, test } from './fixtures.ts'
import { notHereAnnotation } from './rows.ts'

test('what the browser remembers of a use: permissions, zoom, words, pages gone back from, compiled code', async ({
  post,
  canaries,
  sites,
  end,
  restart,
}, info) => {
  const { allocations } = sites
  const person = new Person(post)
  await person.begin()
  const page = await person.open('Allocations', allocations)
  const granted = await askEveryPermission(page)

  // Chromium keeps one zoom a host, under its name.
  const host = allocations.origin.replace('allocations', canaries.plant('zoom'))
  await page.goto(`${host}/long`)
  await person.pressInBar('Agrandir la page')
  await expect.poll(() => zoomPercent(page)).toBe(110)

  await page.goto(`${allocations.origin}/connexion`)
  await page.getByLabel('Identifiant').fill(canaries.plant('field-of-a-page-left'))
  await page.evaluate(() => Object.assign(window, { leftAsItWas: true }))
  await page.goto(`${host}/long`)
  await page.goBack()
  expect(await page.evaluate(() => 'leftAsItWas' in window), 'a page gone back to is loaded anew').toBe(false)
  canaries.refused('back-forward-cache')
  await page.goForward()

  await page.evaluate(() => {
    const area = Object.assign(document.createElement('textarea'), { spellcheck: true, lang: 'fr' })
    area.setAttribute('aria-label', 'Message')
    document.querySelector('main')?.prepend(area)
  })
  await page.getByLabel('Message').pressSequentially(`Bonjour ${canaries.plant('spelling-words')} `)
  await page.evaluate(compile, {
    shader: canaries.plant('webgl-shader'),
    module: canaries.plant('wasm-module'),
    script: canaries.plant('compiled-script'),
  })
  const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()))
  if (!adapter)
    info.annotations.push({ type: notHereAnnotation, description: 'WebGPU: no GPU answers a page' })
  await canaries.seen('before')
  const salts = await mediaDeviceSalts(post.stateFolder)

  /** What the next person's browser still has of it. */
  const left = async (on: Post) => {
    const next = new Person(on)
    await next.begin()
    const nextPage = await next.open('Allocations', allocations)
    await nextPage.goto(`${host}/long`)
    const zoomed = (await zoomPercent(nextPage)) !== 100
    const grantedNow = await askEveryPermission(nextPage)
    const same = (await mediaDeviceSalts(post.stateFolder)).filter((salt) => salts.includes(salt))
    return { zoomed: Number(zoomed), granted: grantedNow.length, salts: same.length }
  }
  await end(post)
  const after = await left(post)
  const afterRestart = await left(await restart(post))
  const remembers = (artefact: string, planted: 'yes' | 'refused', before: number, of: keyof typeof after) =>
    canaries.behaves({ artefact, planted, before, after: after[of], afterRestart: afterRestart[of] })
  remembers('zoom-of-a-host', 'yes', 1, 'zoomed')
  remembers('permissions', 'refused', granted.length, 'granted')
  remembers('media-device-salt', 'yes', salts.length, 'salts')
  canaries.expectGone()
})

async function zoomPercent(page: Page): Promise<number> {
  return Math.round((await page.evaluate(() => devicePixelRatio)) * 100)
}

/** What a page is granted when it asks for everything a browser can give. */
function askEveryPermission(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    navigator.geolocation.getCurrentPosition(
      () => {},
      () => {},
    )
    await Promise.allSettled([
      Notification.requestPermission(),
      navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
      navigator.storage.persist(),
      navigator.clipboard.readText(),
    ])
    const asked = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return { name, state }
    })
    const answers = await Promise.all(asked)
    return answers.filter(({ state }) => state === 'granted').map(({ name }) => name)
  })
}

/** Has the browser compile what a page may bring: a shader, a WebAssembly module, a script. Each bears its canary. */
async function compile(marks: { shader: string; module: string; script: string }): Promise<void> {
  const gl = document.createElement('canvas').getContext('webgl')
  const shader = gl?.createShader(gl.FRAGMENT_SHADER)
  if (!gl || !shader) throw new Error('no WebGL here')
  gl.shaderSource(
    shader,
    `precision mediump float; uniform float ${marks.shader}; void main() { gl_FragColor = vec4(${marks.shader}); }`,
  )
  gl.compileShader(shader)
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? '')
  // An empty module with one section that bears a name: id 0, its length, the length of the name, the name.
  const name = new TextEncoder().encode(marks.module)
  const bytes = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, name.length + 1, name.length, ...name])
  const kept = {
    module: await WebAssembly.compile(bytes),
    shader,
    gl,
    script: new Function(`return '${marks.script}'`),
  }
  Object.assign(window, { kept })
  kept.script()
}

/** The secrets from which Chromium makes the ids of cameras and microphones; it writes them after some seconds. */
async function mediaDeviceSalts(stateFolder: string): Promise<string[]> {
  const found = () =>
    sessionRoots(stateFolder)
      .map((root) => `${root}/profile/Preferences`)
      .filter((file) => existsSync(file))
      .flatMap((file) => /"device_id_salt":"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? [])
  await expect.poll(found, { timeout: 30_000 }).not.toEqual([])
  return found()
}
