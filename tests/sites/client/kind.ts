/** One kind of trace a page can leave: how to leave it, and what is found of it (`null` or empty for nothing). */
export type Kind = {
  name: string
  plant(token: string): unknown
  read(): string | null | undefined | Promise<string | null | undefined>
}

/** The settled value of an IndexedDB request. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
