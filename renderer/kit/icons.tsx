import './icons.css'

/** Drawn for Estran on a grid of 24, one line each. The names of the catalogue's `serviceIcons` are all here. */
const drawings = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  backspace: 'M9 6h11v12H9l-5.5-6zM12.5 9.8l4.4 4.4M16.9 9.8l-4.4 4.4',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4M8 14h3M13 14h3M8 17h3',
  camera: 'M3.5 7.5h11v9h-11zM14.5 11l6-3v8l-6-3',
  capitals: 'M12 4.5l7.5 8h-4v6h-7v-6h-4z',
  capitalsLocked: 'M12 3l7.5 8h-4v4.5h-7V11h-4zM8.5 19.5h7',
  car: 'M4 16.5v-4L6 7h12l2 5.5v4zM4 12.5h16M6 16.5v2M18 16.5v2M7 14.5h.6M16.4 14.5h.6',
  check: 'M5 12.5 9.5 17 19 7.5',
  clock: 'M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16M12 8v4.3l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  compass: 'M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16M15.5 8.5l-2 5-5 2 2-5z',
  desk: 'M3.5 19.5h17M5.5 16.5a6.5 6.5 0 0 1 13 0zM12 10V7.5M10 7.5h4',
  documents: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 15.5h5',
  download: 'M12 4v10.5M8 10.5l4 4 4-4M5 19.5h14',
  down: 'M12 5v14M6 13l6 6 6-6',
  enter: 'M19 6v7H5.5M10.5 8l-5 5 5 5',
  family:
    'M7 4.5a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4M17 4.5a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4M12 10.6a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 0 1 0-3.8M3 18c0-4 1.4-6.4 4-6.4M21 18c0-4-1.4-6.4-4-6.4M8 20.5c0-2.6 1.6-4 4-4s4 1.4 4 4',
  farm: 'M12 21V8M12 8c-2-1-2-3.5 0-5 2 1.5 2 4 0 5M12 13c-3 0-4.5-1.5-4.5-4 3 0 4.5 1.5 4.5 4M12 13c3 0 4.5-1.5 4.5-4-3 0-4.5 1.5-4.5 4M12 18c-3 0-4.5-1.5-4.5-4 3 0 4.5 1.5 4.5 4M12 18c3 0 4.5-1.5 4.5-4-3 0-4.5 1.5-4.5 4',
  folder: 'M3.5 6.5h6l2 2.5h9v10h-17z',
  forward: 'M5 12h14M13 6l6 6-6 6',
  health:
    'M12 20C6.5 16.2 4 13.2 4 9.7A4.2 4.2 0 0 1 12 7.8 4.2 4.2 0 0 1 20 9.7c0 3.5-2.5 6.5-8 10.3zM9.5 12.5h5M12 10v5',
  helper:
    'M8.5 5.5a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 0 1 0-5.8M16.5 7a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8M3 19.5c.4-3.6 2.6-5.4 5.5-5.4s5.1 1.8 5.5 5.4M15.8 14.6c3 0 4.8 1.6 5.3 4.4',
  home: 'M4 11.5 12 5l8 6.5M6.5 9.8v9.7h11V9.8',
  info: 'M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16M12 11v5M12 8v.1',
  key: 'M8 4.5a4 4 0 1 1 0 8a4 4 0 0 1 0-8M10.9 11.4 19 19.5M16 16.5l2.2-2.2M13.6 14.1l1.8-1.8',
  keyboard:
    'M3 6.5h18v11H3zM6.5 10h.1M10.2 10h.1M13.9 10h.1M17.5 10h.1M6.5 13.8h.1M17.5 13.8h.1M9.8 13.8h4.6',
  left: 'M19 12H5M11 6l-6 6 6 6',
  letters: 'M3 18 7.5 6 12 18M4.6 14h5.8M14 18l3-8 3 8M15 15.4h4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  minus: 'M6 12h12',
  moon: 'M17.5 15.5A7.5 7.5 0 0 1 9.5 5a7.6 7.6 0 1 0 8 10.5',
  microphone:
    'M12 3.5a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0V6A2.5 2.5 0 0 1 12 3.5M6.5 11a5.5 5.5 0 0 0 11 0M12 16.5v4M9 20.5h6',
  nextField: 'M4 12h12M11 7l5 5-5 5M20 6v12',
  other: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  papers:
    'M3.5 6h17v12h-17zM8.5 9a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 0 1 0-3.8M5.8 16c.3-1.5 1.3-2.2 2.7-2.2s2.4.7 2.7 2.2M14 10.5h3.8M14 13.5h3.8',
  pencil: 'M5 19l1-4L16 5l3 3L9 18zM13.5 7.5l3 3',
  person: 'M12 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7M5 20c.6-4 3.4-6 7-6s6.4 2 7 6',
  plus: 'M6 12h12M12 6v12',
  printer: 'M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.5h10V20H7z',
  reload: 'M19 12a7 7 0 1 1-2.2-5.1L19.5 9M19.5 4v5h-5',
  retirement: 'M3.5 17h17M6.5 17a5.5 5.5 0 0 1 11 0M12 5v3M4.5 9.5l2 1.8M19.5 9.5l-2 1.8M8 20.5h8',
  rights: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6a2.6 2.6 0 0 0 5 0zM19 7l-2.5 6a2.6 2.6 0 0 0 5 0z',
  right: 'M5 12h14M13 6l6 6-6 6',
  school: 'M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 11.6V16c1.5 1.5 3.4 2.2 5.5 2.2s4-.7 5.5-2.2v-4.4M21.5 9.5V15',
  silence: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9.5l5 5M20.5 9.5l-5 5',
  speaker: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  star: 'M12 4l2.4 5.1 5.6.7-4.1 3.9 1 5.6-4.9-2.7-4.9 2.7 1-5.6L4 9.8l5.6-.7z',
  stick: 'M8 10h8v10H8zM9.5 10V4h5v6M11 6.8v.1M13 6.8v.1',
  sun: 'M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  tax: 'M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16M15 9a3.9 3.9 0 1 0 0 6M7.8 11h4.7M7.8 13.2h4.7',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 13h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  unlocked: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2',
  up: 'M12 19V5M6 11l6-6 6 6',
  warning: 'M12 4.5l9 15H3zM12 10v4.5M12 17v.1',
  work: 'M4 8.5h16V19H4zM9 8.5V6h6v2.5M4 13h16M12 12v2',
  zoomIn: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M15.5 15.5l5 5M10.5 7.8v5.4M7.8 10.5h5.4',
  zoomOut: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M15.5 15.5l5 5M7.8 10.5h5.4',
}

export type IconName = keyof typeof drawings

/** They point along the line of text, or draw its lines: mirrored where it runs from right to left. */
const alongTheText: readonly IconName[] = ['back', 'backspace', 'documents', 'forward', 'papers', 'pencil']

/** A picture beside words that say the same: hidden from screen readers. As large as the text × 1.4. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={alongTheText.includes(name) ? 'icon icon-along' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
