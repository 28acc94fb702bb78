import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What is measured of the service: nothing of posts one by one, nothing of people. */
export type Metrics = {
  /** @param route the route's pattern, never the address that was asked */
  answered(route: string, status: number, seconds: number): void
  text(): Promise<string>
}

export function keepMetrics(linkedPosts: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'estran_' })
  const answers = new Counter({
    name: 'estran_answers_total',
    help: 'Answers by route and status.',
    labelNames: ['route', 'status'],
    registers: [registry],
  })
  const times = new Histogram({
    name: 'estran_answer_seconds',
    help: 'Time to answer.',
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5],
    registers: [registry],
  })
  new Gauge({
    name: 'estran_linked_posts',
    help: 'Posts connected to this instance.',
    registers: [registry],
    collect() {
      this.set(linkedPosts())
    },
  })
  return {
    answered: (route, status, seconds) => {
      answers.inc({ route, status })
      times.observe(seconds)
    },
    text: () => registry.metrics(),
  }
}
