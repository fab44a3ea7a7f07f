package notes

import "strings"

// particles stand before a surname and are none.
var particles = strings.Fields("de da do dos das del della di du la le los van von der den ter ten zu zur al el bin ibn y e")
