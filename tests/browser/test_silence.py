"""What nobody says: the device asks once more, ends the session, and the place is kept."""

from playwright.sync_api import expect

from tests.browser.person import Person


def test_silence_ends_the_session_and_the_place_is_kept(person: Person) -> None:
    person.open()
    person.start()
    person.has_heard("Shall we")
    person.types("desk break")
    person.has_heard("Sit on a straight-backed chair")
    person.waits_for("listening")
    person.waits_for("waiting")
    person.waits_for("ended")
    person.page.locator("#envelopes-switch").check()
    request = person.text("#request")
    assert '"SessionEndedRequest"' in request
    assert '"EXCEEDED_MAX_REPROMPTS"' in request
    person.start()
    person.has_heard("the chair rotation, right side, step 1 of 3")
    assert person.text("#where") == "Seated chair rotation"


def test_what_is_typed_outside_a_session_goes_to_alexa(person: Person) -> None:
    person.open()
    person.types("next")
    expect(person.page.locator("#notice")).to_contain_text("would go to Alexa")
    person.types("ask hip coach to start the desk break")
    person.has_heard("Seated chair rotation")


def test_typing_keeps_the_microphone_open(person: Person) -> None:
    person.open()
    person.start()
    person.waits_for("listening")
    person.page.locator("#words").fill("desk")
    # Far longer than the microphone, the reprompt and the microphone again at this speed.
    person.page.wait_for_timeout(3_000)
    assert person.page.locator("body").get_attribute("data-state") == "listening"
    person.types("desk break")
    person.has_heard("Seated chair rotation")


def test_a_server_that_is_gone_is_told_of(person: Person) -> None:
    person.open()
    person.page.route("**/*", lambda route: route.abort())
    person.start()
    expect(person.page.locator("#notice")).to_contain_text("server does not answer")
    person.page.unroute("**/*")
    person.start()
    person.has_heard("hip coach")
    # The browser reports the failed request by itself; it was ours.
    assert all("ERR_FAILED" in error for error in person.errors)
    person.errors.clear()


def test_without_stops_the_coaching_goes_on_in_the_reprompt(person: Person) -> None:
    person.begins_a_hold(speed="20")
    person.waits_for_dial("hold")
    assert person.text("#which").lower().startswith("right side")
    person.waits_for("listening")
    person.waits_for("waiting")
    person.waits_for_dial("hold")
    assert person.text("#which").lower().startswith("left side")
    expect(person.page.locator("#moves .set.done")).to_have_count(1)
