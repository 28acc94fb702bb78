import { matchesHost } from '../services/host.ts'

/**
 * Whether a list names a host, by itself or by `*.` and what it ends in. An entry without a port means every port.
 * @param host may carry a port, and the dot some write at the end of a full name
 */
export function isNamed(host: string, patterns: readonly string[]): boolean {
  const [, name = '', port = ''] = /^(.*?)\.?(:\d+)?$/.exec(host.toLowerCase()) ?? []
  return patterns.some((pattern) => matchesHost(pattern, name) || matchesHost(pattern, name + port))
}
