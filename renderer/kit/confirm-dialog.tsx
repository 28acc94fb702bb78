import './confirm-dialog.css'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

type Props = {
  question: string
  /** What will happen. */
  text: string
  /** The button that does it: a verb, never « OK ». */
  confirm: string
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be undone. Escape and « Cancel » leave everything as it was. */
export function ConfirmDialog({ question, text, confirm, onConfirm, onCancel }: Props) {
  const { t } = useTranslation('kit')
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={onCancel}>
      <Modal className="dialog-frame">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {question}
          </Heading>
          <p>{text}</p>
          <div className="dialog-actions">
            <Button look="secondary" autoFocus onPress={onCancel}>
              {t('cancel')}
            </Button>
            <Button look="danger" onPress={onConfirm}>
              {confirm}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
