/* poke: pokes the program that has the focus and times what it paints.
 * cc -O2 -o poke poke.c -lX11 -lXtst -lXdamage
 *   poke key KEYSYM N     presses the key N times; for each, from the press to the first paint, in ms
 *   poke type TEXT        presses a key for each letter of TEXT ('<' is Backspace); for each, from the press to the last paint, in ms
 *   poke click X Y        clicks there; from the press to the first and to the last paint, in ms
 *   poke idle SECONDS     how many paints there are while nothing is done
 * A paint is an XDamage report of the screen. Prints one JSON line.
 */
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static Display *d;
static Damage damage;
static int damage_event;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* painted waits at most ms for a paint and returns when it came, or -1. */
static double painted(double ms) {
  double end = now() + ms;
  struct pollfd fd = {ConnectionNumber(d), POLLIN, 0};
  for (;;) {
    while (XPending(d)) {
      XEvent e;
      XNextEvent(d, &e);
      if (e.type == damage_event + XDamageNotify) {
        double t = now();
        XDamageSubtract(d, damage, None, None);
        XFlush(d);
        return t;
      }
    }
    double left = end - now();
    if (left <= 0) return -1;
    poll(&fd, 1, left < 1 ? 1 : (int)left);
  }
}

/* quiet waits until nothing has been painted for ms. */
static void quiet(double ms) {
  for (double end = now() + 5000; now() < end && painted(ms) >= 0;) {}
}

int main(int argc, char **argv) {
  int error, i;
  if (argc < 3) return 2;
  d = XOpenDisplay(0);
  if (!d || !XDamageQueryExtension(d, &damage_event, &error)) return 1;
  damage = XDamageCreate(d, DefaultRootWindow(d), XDamageReportNonEmpty);
  quiet(300);
  if (!strcmp(argv[1], "key") && argc == 4) {
    KeyCode code = XKeysymToKeycode(d, XStringToKeysym(argv[2]));
    printf("{\"ms\":[");
    for (i = 0; i < atoi(argv[3]); i++) {
      double start = now();
      XTestFakeKeyEvent(d, code, True, 0);
      XTestFakeKeyEvent(d, code, False, 0);
      XFlush(d);
      double t = painted(2000);
      printf("%s%.2f", i ? "," : "", t < 0 ? -1 : t - start);
      quiet(120);
    }
    printf("]}\n");
  } else if (!strcmp(argv[1], "type") && argc == 3) {
    printf("{\"ms\":[");
    for (char *c = argv[2]; *c; c++) {
      char letter[2] = {*c, 0};
      const char *name = *c == ' ' ? "space" : *c == '<' ? "BackSpace" : letter;
      KeyCode code = XKeysymToKeycode(d, XStringToKeysym(name));
      double start = now(), last = -1, t;
      XTestFakeKeyEvent(d, code, True, 0);
      XTestFakeKeyEvent(d, code, False, 0);
      XFlush(d);
      while ((t = painted(last < 0 ? 2000 : 120)) >= 0 && (last = t - start) < 5000) {
      }
      printf("%s%.2f", c == argv[2] ? "" : ",", last);
    }
    printf("]}\n");
  } else if (!strcmp(argv[1], "click") && argc == 4) {
    XTestFakeMotionEvent(d, -1, atoi(argv[2]), atoi(argv[3]), 0);
    XFlush(d);
    quiet(300); /* what hovers is drawn */
    double start = now(), first = -1, last = -1, t;
    XTestFakeButtonEvent(d, 1, True, 0);
    XTestFakeButtonEvent(d, 1, False, 0);
    XFlush(d);
    while ((t = painted(first < 0 ? 5000 : 400)) >= 0) {
      if (first < 0) first = t - start;
      last = t - start;
      if (last > 5000) break;
    }
    printf("{\"first\":%.2f,\"last\":%.2f}\n", first, last);
  } else if (!strcmp(argv[1], "idle")) {
    double end = now() + atof(argv[2]) * 1000;
    int frames = 0;
    while (now() < end)
      if (painted(end - now()) >= 0) frames++;
    printf("{\"frames\":%d}\n", frames);
  } else {
    return 2;
  }
  return 0;
}
