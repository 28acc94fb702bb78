import { escapeXml } from '../lib/escape-xml.ts'
import { nameOf, templateCategories, templateFrame, templateSettings } from './group-policy-settings.ts'
import type { KeyNotes } from './reference.ts'

/** Where group policies are written, and read from by `group-policy.ps1`; each value is called as its key. */
const registryKey = 'SOFTWARE\\Policies\\Estran'

/** The template of group policies (ADMX): one for each key of the policy that can be set by itself. */
export function groupPolicyTemplate(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions ${templateFrame}>
  <policyNamespaces>
    <target prefix="estran" namespace="Estran.Policies.Post" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="estran" displayName="$(string.title)" />
${templateCategories().map(categoryOf).join('\n')}
  </categories>
  <policies>
${templateSettings().map(policyOf).join('\n')}
  </policies>
</policyDefinitions>
`
}

function categoryOf(note: KeyNotes): string {
  const name = nameOf(note)
  return `    <category name="${name}" displayName="$(string.${name})" explainText="$(string.${name}_explain)">
      <parentCategory ref="estran" />
    </category>`
}

function policyOf(note: KeyNotes): string {
  const name = nameOf(note)
  const [section = ''] = note.key.split('.')
  const category = section === note.key ? 'estran' : section
  const isSwitch = note.shape.is === 'switch'
  return `    <policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_explain)" key="${registryKey}" ${isSwitch ? `valueName="${note.key}"` : `presentation="$(presentation.${name})"`}>
      <parentCategory ref="${category}" />
      <supportedOn ref="supported" />
${isSwitch ? switchValues : `      <elements>\n${elementOf(note)}\n      </elements>`}
    </policy>`
}

const switchValues = `      <enabledValue>
        <string>true</string>
      </enabledValue>
      <disabledValue>
        <string>false</string>
      </disabledValue>`

function elementOf(note: KeyNotes): string {
  const { key, shape } = note
  const attributes = `id="value" valueName="${key}" required="true"`
  switch (shape.is) {
    case 'number':
      return `        <decimal ${attributes} minValue="${shape.least}" maxValue="${shape.most}" />`
    case 'text':
      return `        <text ${attributes}${shape.longest === null ? '' : ` maxLength="${shape.longest}"`} />`
    case 'choice':
      return `        <enum ${attributes}>\n${shape.values.map((value) => itemOf(note, value)).join('\n')}\n        </enum>`
    default:
      return `        <multiText ${attributes} />`
  }
}

function itemOf(note: KeyNotes, value: string): string {
  return `          <item displayName="$(string.${nameOf(note)}_${value})">
            <value>
              <string>${escapeXml(value)}</string>
            </value>
          </item>`
}
