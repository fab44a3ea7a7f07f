// Package team is what the Team screen shows and changes: company goals, the ideas board and a quarter's plan, who could
// coach whom, one question asked of everybody, and the quiet table.
package team
