import './shore.css'

/** The strip of shore that every tide wipes clean: a quiet line at the bottom of a page, for the eye alone. */
export function Shore() {
  return (
    <svg className="shore" viewBox="0 0 1440 200" preserveAspectRatio="none" aria-hidden="true">
      <path className="shore-far" d="M0 92C190 40 390 36 610 74s430 52 620 12c80-16 150-22 210-20v134H0z" />
      <path className="shore-near" d="M0 140c150-34 330-40 520-12s370 46 580 14c130-20 240-30 340-26v84H0z" />
      <path className="shore-foam" d="M0 140c150-34 330-40 520-12s370 46 580 14c130-20 240-30 340-26" />
    </svg>
  )
}
