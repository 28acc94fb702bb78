import { z } from 'zod'
import { csrfHeader } from '../contracts/coordinator-api.ts'
import type { Access, Api, Route } from '../contracts/route.ts'
import { problemSchema } from './problem.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 description of these routes, out of the schemas that check them. */
export function openApi(api: Api, version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [group, routes] of Object.entries(api)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(group, name, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Estran coordinator', version },
    paths,
    components: {
      securitySchemes: {
        person: { type: 'apiKey', in: 'cookie', name: '__Host-estran' },
        change: { type: 'apiKey', in: 'header', name: csrfHeader },
        post: { type: 'http', scheme: 'bearer' },
        metrics: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  }
}

function operation(group: string, name: string, route: Route): Json {
  return {
    operationId: `${group}.${name}`,
    tags: [group],
    summary: route.summary,
    security: securityOf(route.access, route.method !== 'GET'),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }),
    responses: {
      ...answerOf(route),
      default: {
        description: 'Refused: what to do about it.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(Array.isArray(route.access) ? { 'x-roles': route.access } : {}),
  }
}

function answerOf(route: Route): Json {
  if (route.upgrade) return { 101: { description: 'A WebSocket.' } }
  if (route.result instanceof z.ZodVoid) return { 204: { description: 'Done.' } }
  const type = route.result instanceof z.ZodString ? 'text/plain' : 'application/json'
  const content = { [type]: { schema: schemaOf(route.result, 'output') } }
  return { 200: { description: route.summary, content } }
}

function securityOf(access: Access, changes: boolean): Json[] {
  if (access === 'anyone') return []
  if (access === 'post' || access === 'metrics') return [{ [access]: [] }]
  return [{ person: [], ...(changes ? { change: [] } : {}) }]
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || !(field instanceof z.ZodOptional),
    schema: schemaOf(field as z.ZodType, 'input'),
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}
