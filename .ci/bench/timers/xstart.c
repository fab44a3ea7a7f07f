/* xstart: start a program and time, from fork: first window mapped, first non-blank frame, settled.
 * cc -O2 -o xstart xstart.c -lX11 -lXext -lXdamage
 * usage: DISPLAY=:66 xstart [-T total_ms] [-q quiet_ms] [-W minw] [-H minh] [-k] [-p out.ppm] [-f first.ppm] -- cmd args...
 *   mapped    first MapNotify of a top-level window of at least minw x minh (200x100), root's child
 *   nonblank  first frame in which that window's pixels hold >= 12 different colours (text or icons are drawn)
 *   settled   last frame in which > 500 pixels changed, before quiet_ms (1200) with neither such a change nor CPU use
 *             above 25 % of a core by the program's session (so a window that shows and then loads is not 'settled')
 *   -f saves that first frame, to be looked at
 *   cpu_idle  last 100 ms sample in which the session used more than 25 % of a core
 * Event driven (XDamage on the root window), so it costs the program next to nothing: no polling.
 * Prints one JSON line. Without -k the program is left running (its pid is printed) for RSS and CPU readings.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <sys/time.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <fcntl.h>
static double now(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
#include <dirent.h>
/* CPU ticks used so far by every process of session sid */
static long ticks(pid_t sid){DIR*D=opendir("/proc");struct dirent*e;long n=0;char b[64],t[512];while((e=readdir(D))){if(e->d_name[0]<'0'||e->d_name[0]>'9')continue;snprintf(b,64,"/proc/%s/stat",e->d_name);int f=open(b,O_RDONLY);if(f<0)continue;int l=read(f,t,511);close(f);if(l<=0)continue;t[l]=0;char*q=strrchr(t,')');if(!q)continue;int ss;long u,s;if(sscanf(q+2,"%*c %*d %*d %d %*d %*d %*d %*d %*d %*d %*d %ld %ld",&ss,&u,&s)==3&&ss==sid)n+=u+s;}closedir(D);return n;}
static void dump(const char*f,XImage*im,int W,int H){FILE*o=fopen(f,"wb");if(!o)return;uint32_t*px=(uint32_t*)im->data;int st=im->bytes_per_line/4;fprintf(o,"P6\n%d %d\n255\n",W,H);for(int y=0;y<H;y++)for(int x=0;x<W;x++){uint32_t q=px[y*st+x];fputc(q>>16&255,o);fputc(q>>8&255,o);fputc(q&255,o);}fclose(o);}
static int xerr(Display*d,XErrorEvent*e){(void)d;(void)e;return 0;}
int main(int c,char**v){
  double T=60000,Q=1200;int mw=200,mh=100,k=0,i;const char*ppm=0,*act=0,*firstppm=0;
  for(i=1;i<c&&strcmp(v[i],"--");i++){
    if(!strcmp(v[i],"-T"))T=atof(v[++i]);else if(!strcmp(v[i],"-q"))Q=atof(v[++i]);
    else if(!strcmp(v[i],"-W"))mw=atoi(v[++i]);else if(!strcmp(v[i],"-H"))mh=atoi(v[++i]);
    else if(!strcmp(v[i],"-p"))ppm=v[++i];else if(!strcmp(v[i],"-f"))firstppm=v[++i];else if(!strcmp(v[i],"-k"))k=1;else if(!strcmp(v[i],"-x"))act=v[++i];}
  char**cmd=v+i+1;
  Display*d=XOpenDisplay(0);if(!d){fprintf(stderr,"no display\n");return 2;}
  XSetErrorHandler(xerr);
  int s=DefaultScreen(d);Window r=RootWindow(d,s);int W=DisplayWidth(d,s),H=DisplayHeight(d,s);
  XShmSegmentInfo sh;XImage*im=XShmCreateImage(d,DefaultVisual(d,s),DefaultDepth(d,s),ZPixmap,0,&sh,W,H);
  sh.shmid=shmget(IPC_PRIVATE,im->bytes_per_line*H,IPC_CREAT|0600);sh.shmaddr=im->data=shmat(sh.shmid,0,0);sh.readOnly=0;
  XShmAttach(d,&sh);XSync(d,0);shmctl(sh.shmid,IPC_RMID,0);
  uint32_t*prev=calloc((size_t)W*H,4);int have=0;
  int de,dr;XDamageQueryExtension(d,&de,&dr);
  XSelectInput(d,r,SubstructureNotifyMask);Damage dm=XDamageCreate(d,r,XDamageReportNonEmpty);XSync(d,0);
  struct sigaction sa={.sa_handler=SIG_DFL};sigaction(SIGCHLD,&sa,0);
  double t0=now();pid_t p=fork();
  if(!p){setsid();int n=open("/dev/null",O_RDWR);dup2(n,0);const char*lg=getenv("XSTART_LOG");int o=lg?open(lg,O_WRONLY|O_CREAT|O_TRUNC,0600):n;dup2(o,1);dup2(o,2);close(ConnectionNumber(d));execvp(cmd[0],cmd);_exit(127);}
  double lastsample=0,busy=-1;long lt=0;double tm=-1,tn=-1,ts=-1,tc=-1;Window w=0;int wx=0,wy=0,ww=0,wh=0,nwin=0,frames=0;
  struct pollfd pf={ConnectionNumber(d),POLLIN,0};
  for(;;){
    double t=now()-t0;if(t>T)break;
    if(t-lastsample>=100){long x=ticks(p);if(x-lt>=(t-lastsample)/10*.25)busy=t;lt=x;lastsample=t;}
    if(tn>=0){double z=ts>tn?ts:tn;if(busy>z)z=busy;if(t-z>Q)break;}
    if(!XPending(d)){XFlush(d);if(poll(&pf,1,20)<=0){int st;if(tm<0&&waitpid(p,&st,WNOHANG)==p){/* launcher exited: keep waiting for a window a little */ if(T>t+15000)T=t+15000;}continue;}}
    int dmg=0;
    while(XPending(d)){XEvent e;XNextEvent(d,&e);
      if(e.type==MapNotify&&e.xmap.event==r){
        XWindowAttributes a;if(XGetWindowAttributes(d,e.xmap.window,&a)&&a.width>=mw&&a.height>=mh&&a.map_state!=IsUnmapped){nwin++;
          /* the biggest window so far is the one watched, so a splash is replaced by the main window */
          if(!w||a.width*a.height>=ww*wh){if(!w)tm=now()-t0;w=e.xmap.window;wx=a.x;wy=a.y;ww=a.width;wh=a.height;}dmg=1;}}
      else if(e.type==ConfigureNotify&&w&&e.xconfigure.window==w){wx=e.xconfigure.x;wy=e.xconfigure.y;ww=e.xconfigure.width;wh=e.xconfigure.height;}
      else if(e.type==de+XDamageNotify)dmg=1;}
    if(!dmg)continue;
    XDamageSubtract(d,dm,None,None);
    if(!w)continue;
    XShmGetImage(d,r,im,0,0,AllPlanes);double t1=now()-t0;frames++;
    int x0=wx<0?0:wx,y0=wy<0?0:wy,x1=wx+ww>W?W:wx+ww,y1=wy+wh>H?H:wy+wh;
    uint32_t*px=(uint32_t*)im->data;int st=im->bytes_per_line/4;long ch=0;uint32_t col[12];int nc=0;
    for(int y=y0;y<y1;y++)for(int x=x0;x<x1;x++){uint32_t q=px[y*st+x]&0xffffff;
      if(prev[y*W+x]!=q){ch++;prev[y*W+x]=q;}
      if(nc<12){int j=0;while(j<nc&&col[j]!=q)j++;if(j==nc)col[nc++]=q;}}
    if(nc>=12&&tn<0){tn=t1;if(firstppm)dump(firstppm,im,W,H);}
    if(have&&ch>500)ts=t1;
    have=1;tc=t1;
  }
  printf("{\"pid\":%d,\"mapped\":%.1f,\"nonblank\":%.1f,\"settled\":%.1f,\"cpu_idle\":%.1f,\"w\":%d,\"h\":%d,\"windows\":%d,\"frames\":%d,\"last\":%.1f}\n",p,tm,tn,ts>tn?ts:tn,busy,ww,wh,nwin,frames,tc);fflush(stdout);
  if(act){ /* -x 'PREP@@KEY': run PREP (shell), wait, then time KEY (xdotool, ~5 ms of its own): first and last change of > 60 px on the screen */
    char*key=strstr((char*)act,"@@");double a0=now();if(key){*key=0;key+=2;}if(system(act)){}double a1=now(),b0=a0;
    if(key){/* let the preparation settle, take its last picture as the start, then send the timed key */
      for(double q=now();now()-q<900;){XPending(d);while(XPending(d)){XEvent e;XNextEvent(d,&e);}XDamageSubtract(d,dm,None,None);XFlush(d);usleep(20000);}
      XShmGetImage(d,r,im,0,0,AllPlanes);uint32_t*px=(uint32_t*)im->data;for(long j=0;j<(long)W*H;j++)prev[j]=px[j]&0xffffff;
      char b[2048];snprintf(b,2048,"(%s) &",key);b0=now();if(system(b)){}a1=now();a0=b0;}
    double first=-1,last=-1,bz=-1,ls=now();long l0=ticks(p);int nf=0;
    for(;;){double t=now();if(t-b0>T)break;
      if(t-ls>=50){long q=ticks(p);if(q-l0>=(t-ls)/10*.25)bz=t-b0;l0=q;ls=t;}
      double z=last>bz?last:bz;if(t-b0-(z>0?z:0)>Q)break;
      if(!XPending(d)){XFlush(d);if(poll(&pf,1,20)<=0)continue;}
      int dmg=0;while(XPending(d)){XEvent e;XNextEvent(d,&e);if(e.type==de+XDamageNotify)dmg=1;}
      if(!dmg)continue;XDamageSubtract(d,dm,None,None);XShmGetImage(d,r,im,0,0,AllPlanes);double t1=now()-b0;
      uint32_t*px=(uint32_t*)im->data;long ch=0;for(long j=0;j<(long)W*H;j++){uint32_t q=px[j]&0xffffff;if(prev[j]!=q){ch++;prev[j]=q;}}
      if(ch>60){nf++;if(first<0)first=t1;last=t1;}}
    printf("{\"action_cmd_ms\":%.1f,\"first_change\":%.1f,\"last_change\":%.1f,\"cpu_idle\":%.1f,\"frames\":%d}\n",a1-a0,first,last,bz,nf);fflush(stdout);}
  if(ppm&&have){XShmGetImage(d,r,im,0,0,AllPlanes);dump(ppm,im,W,H);}

  if(k){kill(-p,SIGTERM);for(int j=0;j<100;j++){if(waitpid(p,0,WNOHANG)==p)break;usleep(20000);}kill(-p,SIGKILL);}
  return tm<0;
}
