import { useTranslation } from 'react-i18next'
import type { Figures } from '../../../app/contracts/coordinator-figures.ts'
import { csvOf, exportColumns, exportRows } from '../../../app/tally/export.ts'
import { indicatorsOf } from '../../../app/tally/indicators.ts'
import { Button } from '../../kit/button.tsx'
import { saveAs } from './save-as.ts'
import { useNames } from './use-names.ts'

/** What is on the page as files: nothing more is in them than is shown. */
export function Exports({ figures }: { figures: Figures }) {
  const { t } = useTranslation('dashboard')
  const names = useNames()
  const dictionary = [
    ...exportColumns.map((name) => ({ name, meaning: t(`dictionary.${name}`) })),
    ...figures.tables.map(({ id }) => ({ name: `table=${id}`, meaning: names.table(id) })),
    ...figures.tables.flatMap(({ id, columns }) =>
      columns.map((column) => ({ name: `table=${id} value=${column}`, meaning: names.column(id, column) })),
    ),
  ]
  const json = {
    dictionary: Object.fromEntries(dictionary.map(({ name, meaning }) => [name, meaning])),
    threshold: figures.threshold,
    indicators: indicatorsOf(figures),
    rows: exportRows(figures),
  }
  return (
    <section className="section screen-only">
      <h2>{t('exports.title')}</h2>
      <p>{t('exports.text')}</p>
      <div className="bar">
        <Button icon="download" onPress={() => saveAs('estran.csv', 'text/csv', csvOf(exportRows(figures)))}>
          {t('exports.csv')}
        </Button>
        <Button
          icon="download"
          onPress={() => saveAs('estran.json', 'application/json', JSON.stringify(json, null, 2))}
        >
          {t('exports.json')}
        </Button>
        <Button
          icon="download"
          onPress={() => saveAs('estran-dictionary.csv', 'text/csv', csvOf(dictionary))}
        >
          {t('exports.dictionary')}
        </Button>
      </div>
    </section>
  )
}
