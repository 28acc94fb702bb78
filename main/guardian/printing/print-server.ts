import type { PrintProgress, PrintWish } from '../../../app/printing/print-job.ts'

/** The print server of this machine, as far as one user may ask of it. */
export type PrintServer = {
  /** Every job of this user that the server still knows, finished ones too; `null` where there is no print server. */
  jobs(): Promise<PrintJob[] | null>
  /** Stops a job and removes its document and its trace in the history. @throws why the server refused */
  purge(job: Pick<PrintJob, 'id'>): Promise<void>
}

/** @property madeSeconds since 1970; `null` when the server does not say */
export type PrintJob = { id: number; madeSeconds: number | null }

/** The printer that people print to. */
export type Printer = {
  /** @param document a PDF @param signal nothing is sent any more @returns the job's number @throws `NO_PRINTER`, or why the server refused */
  print(document: Buffer, wish: PrintWish, signal: AbortSignal): Promise<number>
  /** @throws why the server does not tell */
  progress(job: number): Promise<PrintProgress>
  /** Stops a job; one that is over is no error. */
  cancel(job: number): Promise<void>
}
