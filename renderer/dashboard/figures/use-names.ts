import { useTranslation } from 'react-i18next'
import type { Between } from '../../../app/tally/indicators.ts'
import { useLanguage } from '../../kit/language-provider.tsx'

/** How tables, their columns and their numbers are written. */
export function useNames() {
  const { t } = useTranslation('dashboard')
  const number = new Intl.NumberFormat(useLanguage())
  const week = (id: string) => t('figures.week', { week: Number(id.slice(6)), year: id.slice(0, 4) })
  return {
    /** A family or a value that has no name yet, such as a version of the charter, is shown as it is. */
    table: (id: string) => t(`tables.${id}` as 'tables.help', { defaultValue: id }),
    column: (table: string, id: string) =>
      t(`columns.${table}.${id.replaceAll('.', '_')}` as 'columns.help.alone', { defaultValue: id }),
    stretch: ({ from, to }: { from: string; to: string }) =>
      from === to ? week(from) : t('figures.stretch', { from: week(from), to: week(to) }),
    week,
    cell: (count: number | null) => (count === null ? t('figures.hiddenCell') : number.format(count)),
    between: ({ least, most }: Between) =>
      least === most
        ? number.format(least)
        : t('figures.between', { least: number.format(least), most: number.format(most) }),
  }
}
