package storage

import (
	"database/sql/driver"
	"fmt"
	"reflect"
)

// scanner is what a row is read with.
type scanner interface{ Scan(dest ...any) error }

// row is a row as the driver gives it.
type row []driver.Value

// Scan copies the columns to what dest points to: strings, integers and truth values, also of named types.
func (r row) Scan(dest ...any) error {
	if len(dest) != len(r) {
		return fmt.Errorf("a row of %d columns is read into %d", len(r), len(dest))
	}
	for i, to := range dest {
		if !put(to, r[i]) {
			return fmt.Errorf("column %d holds a %T, which is no %T", i, r[i], to)
		}
	}
	return nil
}

// put copies a value to what to points to, if it is of that type.
func put(to any, from driver.Value) bool {
	switch from := from.(type) {
	case string:
		return putText(to, from)
	case int64:
		return putInteger(to, from)
	}
	return false
}

func putText(to any, text string) bool {
	if p, ok := to.(*string); ok {
		*p = text
		return true
	}
	v := reflect.ValueOf(to).Elem()
	if v.Kind() != reflect.String {
		return false
	}
	v.SetString(text)
	return true
}

func putInteger(to any, n int64) bool {
	switch p := to.(type) {
	case *int64:
		*p = n
		return true
	case *int:
		*p = int(n)
		return true
	case *bool:
		*p = n != 0
		return true
	}
	v := reflect.ValueOf(to).Elem()
	if !v.CanInt() || v.OverflowInt(n) {
		return false
	}
	v.SetInt(n)
	return true
}

// valuesOf are arguments as the driver takes them.
func valuesOf(args []any) ([]driver.NamedValue, error) {
	if len(args) == 0 {
		return nil, nil
	}
	values := make([]driver.NamedValue, len(args))
	for i, a := range args {
		v, ok := valueOf(a)
		if !ok {
			return nil, fmt.Errorf("argument %d is a %T", i+1, a)
		}
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	return values, nil
}

func valueOf(a any) (driver.Value, bool) {
	switch a := a.(type) {
	case nil, string, int64, bool:
		return a, true
	case int:
		return int64(a), true
	}
	switch v := reflect.ValueOf(a); {
	case v.Kind() == reflect.String:
		return v.String(), true
	case v.CanInt():
		return v.Int(), true
	case v.Kind() == reflect.Bool:
		return v.Bool(), true
	}
	return nil, false
}
