"""How much of the plane a picture shows, and how finely."""

WINDOW = (-6.0, 6.0)
LIMIT = 7.0  # beyond every edge of a picture
TOLERANCE = 0.002  # of what can be read off while hovering: well under half a pixel
POINTS = 480  # steps across the window
ZOOM, NEARER, FARTHER = 1.5, 3, 3  # one step of the two buttons, and how many steps there are each way
