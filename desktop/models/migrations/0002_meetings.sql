CREATE TABLE meeting (
	title VARCHAR NOT NULL, 
	starts DATETIME NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	place VARCHAR NOT NULL, 
	room VARCHAR NOT NULL, 
	online VARCHAR NOT NULL, 
	public BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	chair_id INTEGER, 
	note_taker_id INTEGER, 
	moved_from DATETIME, 
	calendar_id VARCHAR NOT NULL, 
	calendar_version INTEGER NOT NULL, 
	sent DATETIME, 
	opened DATETIME, 
	closed DATETIME, 
	paused DATETIME, 
	minutes_state VARCHAR NOT NULL, 
	minutes_style VARCHAR NOT NULL, 
	adopted_in INTEGER, 
	adopted_how VARCHAR NOT NULL, 
	adopted_changes VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_meeting_note_taker_id FOREIGN KEY(note_taker_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_meeting_adopted_in FOREIGN KEY(adopted_in) REFERENCES meeting (id) ON DELETE SET NULL
);

CREATE TABLE agenda_item (
	title VARCHAR NOT NULL, 
	meeting_id INTEGER, 
	parent_id INTEGER, 
	number VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	turn INTEGER, 
	kind VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	owner VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	question VARCHAR NOT NULL, 
	public BOOLEAN NOT NULL, 
	standing BOOLEAN NOT NULL, 
	state VARCHAR NOT NULL, 
	state_reason VARCHAR NOT NULL, 
	handed_in_by VARCHAR NOT NULL, 
	handed_in_on DATE, 
	urgent BOOLEAN NOT NULL, 
	dossier_id INTEGER, 
	carried_from INTEGER, 
	started DATETIME, 
	seconds INTEGER NOT NULL, 
	notes VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_agenda_item_parent_id FOREIGN KEY(parent_id) REFERENCES agenda_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_agenda_item_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE SET NULL, 
	CONSTRAINT fk_agenda_item_carried_from FOREIGN KEY(carried_from) REFERENCES agenda_item (id) ON DELETE SET NULL
);

CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE TABLE frozen_minutes (
	meeting_id INTEGER NOT NULL, 
	frozen DATETIME NOT NULL, 
	word_sha256 VARCHAR NOT NULL, 
	pdf_sha256 VARCHAR NOT NULL, 
	public_word_sha256 VARCHAR NOT NULL, 
	public_pdf_sha256 VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_frozen_minutes_meeting_id UNIQUE (meeting_id), 
	CONSTRAINT fk_frozen_minutes_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);

CREATE TABLE action_point (
	number VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	owner VARCHAR NOT NULL, 
	due DATE, 
	state VARCHAR NOT NULL, 
	made_on DATE, 
	closed_on DATE, 
	outcome VARCHAR NOT NULL, 
	meeting_id INTEGER, 
	item_id INTEGER, 
	dossier_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_action_point_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL, 
	CONSTRAINT fk_action_point_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_action_point_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE SET NULL
);

CREATE INDEX ix_action_point_item_id ON action_point (item_id);

CREATE TABLE agenda_paper (
	item_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	paper_id INTEGER, 
	expected DATE, 
	internal BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_agenda_paper_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_agenda_paper_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id) ON DELETE SET NULL
);

CREATE INDEX ix_agenda_paper_item_id ON agenda_paper (item_id);

CREATE TABLE attendance (
	meeting_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	member_id INTEGER, 
	role VARCHAR NOT NULL, 
	way VARCHAR NOT NULL, 
	from_item INTEGER, 
	to_item INTEGER, 
	named_in_public BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attendance_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_attendance_from_item FOREIGN KEY(from_item) REFERENCES agenda_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_attendance_to_item FOREIGN KEY(to_item) REFERENCES agenda_item (id) ON DELETE SET NULL
);

CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);

CREATE TABLE meeting_decision (
	number VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	item_id INTEGER, 
	dossier_id INTEGER, 
	voted BOOLEAN NOT NULL, 
	present INTEGER NOT NULL, 
	votes_for INTEGER NOT NULL, 
	votes_against INTEGER NOT NULL, 
	abstained INTEGER NOT NULL, 
	by_name VARCHAR NOT NULL, 
	proxies INTEGER NOT NULL, 
	minority_view VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_meeting_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meeting_decision_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_meeting_decision_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE SET NULL
);

CREATE INDEX ix_meeting_decision_item_id ON meeting_decision (item_id);

CREATE INDEX ix_meeting_decision_meeting_id ON meeting_decision (meeting_id);

CREATE TABLE minutes_remark (
	meeting_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	item_id INTEGER, 
	by_whom VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	old_notes VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_minutes_remark_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_minutes_remark_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE SET NULL
);

CREATE INDEX ix_minutes_remark_meeting_id ON minutes_remark (meeting_id);

CREATE TABLE promise (
	number VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	by_whom VARCHAR NOT NULL, 
	due DATE, 
	state VARCHAR NOT NULL, 
	made_on DATE, 
	closed_on DATE, 
	outcome VARCHAR NOT NULL, 
	meeting_id INTEGER, 
	item_id INTEGER, 
	dossier_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_promise_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL, 
	CONSTRAINT fk_promise_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_promise_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE SET NULL
);

CREATE INDEX ix_promise_item_id ON promise (item_id);

CREATE TABLE away_for_item (
	item_id INTEGER NOT NULL, 
	attendance_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_away_for_item_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_away_for_item_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) ON DELETE CASCADE
);

CREATE INDEX ix_away_for_item_item_id ON away_for_item (item_id);

CREATE TABLE follow_up (
	on_date DATE NOT NULL, 
	text VARCHAR NOT NULL, 
	action_id INTEGER, 
	promise_id INTEGER, 
	meeting_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_follow_up_action_id FOREIGN KEY(action_id) REFERENCES action_point (id) ON DELETE CASCADE, 
	CONSTRAINT fk_follow_up_promise_id FOREIGN KEY(promise_id) REFERENCES promise (id) ON DELETE CASCADE, 
	CONSTRAINT fk_follow_up_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
);

CREATE INDEX ix_follow_up_action_id ON follow_up (action_id);

CREATE INDEX ix_follow_up_promise_id ON follow_up (promise_id);

CREATE TABLE speaker_turn (
	item_id INTEGER NOT NULL, 
	attendance_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_speaker_turn_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_speaker_turn_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) ON DELETE CASCADE
);

CREATE INDEX ix_speaker_turn_item_id ON speaker_turn (item_id);
