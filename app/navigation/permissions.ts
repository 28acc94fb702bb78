import { originOf } from './address.ts'
import { isNamed } from './host-list.ts'

/**
 * Whether a page may do what it asks. Everything is refused, by whatever name Electron calls it now or later, but
 * camera and microphone where the policy names the host: for an appointment by video.
 * @param permission as Electron names it; `media` is camera and microphone
 * @param address of the frame that asks, or its origin
 */
export function mayUse(
  permission: string,
  address: string,
  cameraAndMicrophoneHosts: readonly string[],
): boolean {
  if (permission !== 'media') return false
  const origin = originOf(address)
  return origin?.secure === true && isNamed(origin.host, cameraAndMicrophoneHosts)
}
