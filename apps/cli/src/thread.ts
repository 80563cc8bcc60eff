// The thread that reads imports, as a script of its own beside the command line; the dashboard uses it too.
import '@pressmark/server/thread';
