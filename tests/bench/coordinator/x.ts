import { mkdtemp, mkdir } from 'node:fs/promises'
import { bareUpserts } from './bare-upserts.ts'
import { fillDatabase, startService } from './service.ts'
import { busyDay, evenly, forAll, keptOpen, tellDay } from './telling.ts'
import { keepLinks } from './links.ts'
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
const N = Number(process.argv[2])
const a = await mkdtemp('/tmp/out7/a-'), b = await mkdtemp('/tmp/out7/b-')
let t=performance.now(); const lap=(s:string)=>{console.log(s,(performance.now()-t).toFixed(0));t=performance.now()}
const ours = await fillDatabase(a, undefined, N); lap('fill')
const bare = await fillDatabase(b, undefined, N); lap('fill')
const service = await startService('/var/tmp/est/i6', a, undefined); lap('start')
const agent = keptOpen(64)
for (let r=0;r<3;r++){
console.log('told', (await forAll(ours, 64, (p)=>tellDay(service.address,p,`2026-11-1${r}`,busyDay(r),agent))).toFixed(0))
console.log('bare', (await bareUpserts(b, undefined, bare, `2026-11-1${r}`, busyDay(r))).toFixed(0))
}
t=performance.now()
const ans=(await evenly(ours, N/167, (p)=>tellDay(service.address,p,'2026-11-22',busyDay(9),false))).sort((x,y)=>x-y); lap('evenly')
console.log('p50',ans[N>>1],'p99',ans[Math.floor(N*0.99)])
console.log(await keepLinks(service, ours.slice(0,Math.min(N,1000)))); lap('links')
await service.stop(); lap('stop')
