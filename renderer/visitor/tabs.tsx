import './tabs.css'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import type { VisitorClient } from './client.ts'

type Props = { tabs: readonly TabView[]; shownTab: string | undefined; client: VisitorClient }

/**
 * The pages that are open. The one shown is closed with a button beside the list, in words: a cross inside a tab is
 * missed by some and pressed by mistake by others, and a screen reader cannot reach it there.
 */
export function Tabs({ tabs, shownTab, client }: Props) {
  const { t } = useTranslation('visitor')
  const name = useId()
  const selected = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab selected is what brings it into sight
  useEffect(() => {
    selected.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [shownTab])
  return (
    <div className="tabs">
      <span className="tabs-name" id={name}>
        {t('tabs.name')}
      </span>
      <div className="tabs-list" role="tablist" aria-labelledby={name}>
        {tabs.map(({ id, title, host }) => (
          <button
            key={id}
            ref={id === shownTab ? selected : null}
            type="button"
            role="tab"
            className="tab"
            aria-selected={id === shownTab}
            onClick={() => client.tab.select(id)}
            onKeyDown={moveAmongTabs}
          >
            <bdi className="tab-title">{title || host || t('tabs.untitled')}</bdi>
          </button>
        ))}
      </div>
      {shownTab !== undefined && (
        <div className="bar-foldable">
          <Button look="quiet" icon="close" onPress={() => client.tab.close(shownTab)}>
            {t('tabs.close')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Arrows move the focus along the tabs, as in every list of tabs; the tab key reaches each one too. */
function moveAmongTabs(event: KeyboardEvent<HTMLButtonElement>): void {
  const tab = event.currentTarget
  const neighbour = { ArrowLeft: tab.previousElementSibling, ArrowRight: tab.nextElementSibling }[event.key]
  if (neighbour instanceof HTMLElement) neighbour.focus()
}
