/** Imported by tests that make things go wrong on purpose: the log would drown what a test reports. */
import { log } from '../../main/lib/log.ts'

log.level = 'silent'
