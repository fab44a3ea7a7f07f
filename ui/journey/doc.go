// Package journey drives the whole app in a real window, as a person does: it reads the screen, points, clicks and
// types, under an X display of its own (Xvfb, openbox, xdotool, ImageMagick, tesseract). The journeys are its tests,
// behind the build tag `journey`; `make journeys` runs them. The bench, the torture and the pictures drive the app by
// the same means.
package journey
