"""Hip Coach: a voice coach for hip internal rotation, as an Alexa skill."""
