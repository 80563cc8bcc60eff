// The threads that read imports and run searches, as a script of their own beside the command line; the dashboard uses it too.
import '@pressmark/server/thread';
