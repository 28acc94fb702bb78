"""Listens as a screen reader does, on the accessibility bus (AT-SPI).

A line « tree » on standard input is answered with what there is to read, a line « told » with what was announced since the last one;
each answer is one line of JSON. `live`: how urgently a change in it is to be said.
"""
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

announced = ("object:state-changed:focused", "object:text-changed:insert", "object:children-changed:add")
told = []


def described(node):
    attributes = node.get_attributes() or {}
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "hasFocus": node.get_state_set().contains(Atspi.StateType.FOCUSED),
        "live": attributes.get("container-live"),
    }


def collect(node, found):
    try:
        found.append(described(node))
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is not None:
                collect(child, found)
    except GLib.Error:
        # It has gone while it was read.
        pass


def hear(event):
    try:
        told.append({"event": event.type, **described(event.source)})
    except GLib.Error:
        pass


def answer(channel, _condition):
    question = channel.readline()
    found = []
    if question == "":
        main.quit()
    elif question == "tree\n":
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        collect(desktop, found)
    else:
        found, told[:] = list(told), []
    print(json.dumps(found), flush=True)
    return True


Atspi.init()
listener = Atspi.EventListener.new(hear)
for kind in announced:
    listener.register(kind)
main = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
main.run()
