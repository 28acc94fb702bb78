import { z } from 'zod'
import { hostPatternSchema } from '../services/host.ts'

/** Where people may go, as a policy says. */
export const navigationSchema = z.strictObject({
  mode: z
    .enum(['catalogue', 'open'])
    .default('catalogue')
    .meta({
      description: '"catalogue": pages of the téléservices shown, nothing else. "open": the web.',
      examples: ['catalogue'],
    }),
  deny: z
    .array(hostPatternSchema)
    .max(2000)
    .default([])
    .meta({
      description:
        'Hosts nothing is loaded from, in both modes: "example.org", and "*.example.org" for those below it.',
      examples: [['*.example.org']],
    }),
  privateHosts: z
    .array(hostPatternSchema)
    .max(100)
    .default([])
    .meta({
      description:
        'Hosts allowed although they lead into the structure’s own network, such as "catalogue.mediatheque.lan".',
      examples: [['catalogue.mediatheque.lan']],
    }),
  proxy: z
    .string()
    .regex(/^[a-z0-9.-]+:([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3})$/i, {
      message: 'must be a host and a port such as "proxy.mairie.lan:3128"',
    })
    .optional()
    .meta({
      description:
        'The structure’s HTTP proxy, as "host:port", where the web is reached by one; privateHosts are reached without it. It must let CONNECT through without a password. Names are looked up by it: it must itself refuse those that lead into the structure’s network.',
      examples: ['proxy.mairie.lan:3128'],
    }),
})
export type NavigationPolicy = z.infer<typeof navigationSchema>
