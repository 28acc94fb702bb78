/** The print server of this machine, as far as one user may ask of it. */
export type PrintServer = {
  /** Every job of this user that the server still knows, finished ones too; `null` where there is no print server. */
  jobs(): Promise<PrintJob[] | null>
  /** Stops a job and removes its document and its trace in the history. @throws why the server refused */
  purge(job: PrintJob): Promise<void>
}

/** @property madeSeconds since 1970; `null` when the server does not say */
export type PrintJob = { id: number; madeSeconds: number | null }
