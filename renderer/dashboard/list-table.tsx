import type { ReactNode } from 'react'

type Props = { caption: string; heads: readonly string[]; children: ReactNode }

/** A list with a row each, which scrolls in its own box where it is too wide. @param props.children its rows */
export function ListTable({ caption, heads, children }: Props) {
  return (
    <div className="table-box">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
