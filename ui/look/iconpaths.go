package look

import (
	"maps"
	"slices"
)

// IconNames lists the icons, sorted.
func IconNames() []string { return slices.Sorted(maps.Keys(iconPaths)) }

// iconPaths are drawn on a grid of 24 with a round stroke.
var iconPaths = map[string]string{
	"sun":     `<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
	"users":   `<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.6c2.1.8 3.5 2.8 3.5 5.4"/>`,
	"gear":    `<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
	"lock":    `<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
	"plus":    `<path d="M12 5v14M5 12h14"/>`,
	"search":  `<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>`,
	"left":    `<path d="M15 5l-7 7 7 7"/>`,
	"right":   `<path d="M9 5l7 7-7 7"/>`,
	"down":    `<path d="M5 9l7 7 7-7"/>`,
	"check":   `<path d="M4.5 12.5l5 5 10-11"/>`,
	"todo":    `<circle cx="12" cy="12" r="8.5"/><path d="M8 12.3l2.8 2.8 5.2-5.7"/>`,
	"praise":  `<path d="M12 20s-7.5-4.6-7.5-10.2A4.1 4.1 0 0 1 12 7.5a4.1 4.1 0 0 1 7.5 2.3C19.5 15.4 12 20 12 20z"/>`,
	"idea":    `<path d="M9.5 18h5M10.5 21h3M12 3a6 6 0 0 0-3.5 10.9c.7.6 1 1.3 1 2.1h5c0-.8.3-1.5 1-2.1A6 6 0 0 0 12 3z"/>`,
	"ask":     `<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7M12 16.6v.1"/>`,
	"need":    `<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3.5"/><path d="M6 6l3.5 3.5M14.5 14.5L18 18M18 6l-3.5 3.5M9.5 14.5L6 18"/>`,
	"stuck":   `<path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.3v.1"/>`,
	"topic":   `<path d="M4 5h16v11H10l-4.5 4v-4H4z"/>`,
	"decided": `<path d="M12 3.5l8.5 8.5-8.5 8.5L3.5 12z"/>`,
	"growth":  `<path d="M12 21V11M12 14.5c0-3.8-2.8-6.3-8-6.3 0 3.9 2.9 6.3 8 6.3zM12 11c0-4 3-6.8 8-6.8 0 4.2-3 6.8-8 6.8z"/>`,
	"print":   `<path d="M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7z"/>`,
	"more":    `<g stroke-width="2.6"><path d="M5 12h.1M12 12h.1M19 12h.1"/></g>`,
	"copy":    `<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V4H4v12h4"/>`,
	"eye":     `<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>`,
	"page":    `<path d="M6 3h8l4.5 4.5V21H6zM14 3v5h4.5"/>`,
	"pen":     `<path d="M4 20l1-4L16 5l3 3L8 19z"/>`,
	"cal":     `<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/>`,
	"back":    `<path d="M9 6L4 11l5 5M4 11h10a6 6 0 0 1 6 6v2"/>`,
	"turn":    `<path d="M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5"/>`,
	"gift":    `<path d="M4 11h16v9.5H4zM3 7.5h18V11H3zM12 7.5v13M12 7.5C9 7.5 7 6.5 7.5 4.8 8 3.3 11 3.5 12 7.5c1-4 4-4.2 4.5-2.7.5 1.7-1.5 2.7-4.5 2.7z"/>`,
	"quote":   `<path d="M5 17c3-1 4-3.5 4-7H5v-4h5M14 17c3-1 4-3.5 4-7h-4v-4h5"/>`,
	"goal":    `<circle cx="12" cy="12" r="8.500"/><circle cx="12" cy="12" r="4.200"/><path d="M12 11.900v.2"/>`,
	"flag":    `<path d="M5 21V4M5 4.5h13l-2.5 4 2.5 4H5"/>`,
	"link":    `<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17"/>`,
	"x":       `<path d="M6 6l12 12M18 6L6 18"/>`,
	"box":     `<rect x="4" y="4" width="16" height="16" rx="4"/>`,
	"boxon":   `<rect x="4" y="4" width="16" height="16" rx="4"/><path d="M8 12.3l2.8 2.8L16 9.4"/>`,
	"book":    `<path d="M4 5c3-1 6-.5 8 1.5C14 4.5 17 4 20 5v14c-3-1-6-.5-8 1.5-2-2-5-2.5-8-1.5zM12 6.5v14"/>`,
	"open":    `<path d="M4 7h6l2 2.5h8V19H4z"/>`,
	"clock":   `<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
	"archive": `<path d="M3.5 4.5h17V9h-17zM5 9v10.500h14V9M10 13h4"/>`,
	"trash":   `<path d="M4.500 7h15M9.500 7V4h5v3M6.500 7l1 13h9l1-13M10.200 11v5M13.800 11v5"/>`,
	"restore": `<path d="M4 12a8 8 0 1 1 2.500 5.800M4 20v-5h5"/>`,
	"menu":    `<path d="M4 7h16M4 12h16M4 17h16"/>`,
	"info":    `<circle cx="12" cy="12" r="8.500"/><path d="M12 11.500v5M12 7.800v.1"/>`,
	"up":      `<path d="M5 15l7-7 7 7"/>`,
	"person":  `<circle cx="12" cy="8" r="4"/><path d="M4.500 20.500c0-4 3.300-6.500 7.500-6.500s7.500 2.500 7.500 6.500"/>`,
	"tag":     `<path d="M4 4h8l8 8-8 8-8-8zM8.200 8.200h.1"/>`,
	"save":    `<path d="M12 4v11M7 10.500l5 5 5-5M4.500 20h15"/>`,
	"minus":   `<path d="M5 12h14"/>`,
	"mentor":  `<circle cx="9" cy="8" r="3.500"/><path d="M2.500 20c0-3.600 2.900-6 6.500-6s6.500 2.400 6.500 6M17 5v6M14 8h6"/>`,
}
