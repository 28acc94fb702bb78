import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  agree,
  cardRead,
  isAgreed,
  newAgreement,
  nextCard,
  type Party,
  type Agreement as Progress,
  type RiskCard,
  riskCards,
} from '../../../app/agreement/agreement.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'

/** Before data is shared with a helper: three risks, read together, then both agree (L5). */
export function Agreement({ person }: PageProps<'agreement'>) {
  const { t } = useTranslation(['agreement', 'guardian'])
  const [agreement, setAgreement] = useState(newAgreement)
  const card = nextCard(agreement)
  const agreed = (party: Party) => {
    const now = agree(agreement, party)
    setAgreement(now)
    if (isAgreed(now)) void person.agree(undefined)
  }
  return (
    <div className="page">
      <PageHeading>{t('title')}</PageHeading>
      <p className="page-lead">{t('intro')}</p>
      {card === null ? (
        <Parties agreement={agreement} onAgree={agreed} />
      ) : (
        <Risk card={card} onRead={() => setAgreement(cardRead(agreement))} />
      )}
      <div className="actions">
        {card === null && (
          <Button look="quiet" icon="reload" onPress={() => setAgreement(newAgreement)}>
            {t('again')}
          </Button>
        )}
        <Button look="quiet" onPress={() => person.disagree(undefined)}>
          {t('refuse')}
        </Button>
        <Button look="quiet" icon="back" onPress={() => person.leave(undefined)}>
          {t('back', { ns: 'guardian' })}
        </Button>
      </div>
    </div>
  )
}

function Risk({ card, onRead }: { card: RiskCard; onRead: () => void }) {
  const { t } = useTranslation('agreement')
  return (
    <div className="page" role="status">
      <p>{t('progress', { number: riskCards.indexOf(card) + 1, count: riskCards.length })}</p>
      <Card title={t(`risks.${card}.title`)} icon="warning">
        <p>{t(`risks.${card}.text`)}</p>
      </Card>
      <Button look="primary" size="large" icon="check" onPress={onRead}>
        {t('next')}
      </Button>
    </div>
  )
}

function Parties({ agreement, onAgree }: { agreement: Progress; onAgree: (party: Party) => void }) {
  const { t } = useTranslation('agreement')
  const heading = useRef<HTMLHeadingElement>(null)
  // The button of the cards is gone: keyboard and screen reader go on from here.
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t('agree.title')}
      </h2>
      <div className="columns">
        {(['person', 'helper'] as const).map((party) => (
          <section key={party} className="card">
            <p>{t(`agree.${party}`)}</p>
            <Button
              look="primary"
              icon="check"
              isDisabled={agreement.agreed.includes(party)}
              onPress={() => onAgree(party)}
            >
              {t(`agree.${party}Button`)}
            </Button>
          </section>
        ))}
      </div>
      <p>{t('mandate')}</p>
    </>
  )
}
