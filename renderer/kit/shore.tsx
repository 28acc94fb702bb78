import './shore.css'

/** The strip of shore that every tide wipes clean: a quiet line at the bottom of a page, for the eye alone. */
export function Shore() {
  return (
    <svg className="shore" viewBox="0 0 1440 140" preserveAspectRatio="none" aria-hidden="true">
      <path className="shore-far" d="M0 44C190 8 390 4 610 30s430 40 620 10c80-12 150-18 210-16v116H0z" />
      <path className="shore-near" d="M0 82c150-26 330-30 520-9s370 35 580 11c130-15 240-23 340-20v76H0z" />
      <path className="shore-foam" d="M0 82c150-26 330-30 520-9s370 35 580 11c130-15 240-23 340-20" />
    </svg>
  )
}
