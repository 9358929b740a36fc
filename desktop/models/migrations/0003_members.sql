ALTER TABLE member ADD COLUMN address VARCHAR NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN photo VARCHAR NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN about VARCHAR NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN wishes VARCHAR NOT NULL DEFAULT '[]';
ALTER TABLE member ADD COLUMN wish_note VARCHAR NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN most_hours DOUBLE;

CREATE TABLE claim_kind (
	name VARCHAR NOT NULL, 
	amount INTEGER, 
	unit VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	used BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE own_lesson (
	"key" VARCHAR NOT NULL, 
	content VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_own_lesson_key UNIQUE ("key")
);

CREATE TABLE seat (
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	perspective VARCHAR NOT NULL, 
	organisation VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	until DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE work_group (
	name VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	until DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE claim (
	member_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	"on" DATE NOT NULL, 
	amount INTEGER NOT NULL, 
	kind_id INTEGER, 
	units DOUBLE NOT NULL, 
	note VARCHAR NOT NULL, 
	receipt VARCHAR NOT NULL, 
	agreed DATE, 
	paid DATE, 
	refused VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_claim_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_claim_kind_id FOREIGN KEY(kind_id) REFERENCES claim_kind (id) ON DELETE SET NULL
);

CREATE INDEX ix_claim_member_id ON claim (member_id);

CREATE TABLE contact (
	name VARCHAR NOT NULL, 
	organisation VARCHAR NOT NULL, 
	function VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	about VARCHAR NOT NULL, 
	holder_id INTEGER, 
	last_contact DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_contact_holder_id FOREIGN KEY(holder_id) REFERENCES member (id) ON DELETE SET NULL
);

CREATE TABLE duty (
	member_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	group_id INTEGER, 
	hours DOUBLE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_duty_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_duty_group_id FOREIGN KEY(group_id) REFERENCES work_group (id) ON DELETE CASCADE
);

CREATE INDEX ix_duty_group_id ON duty (group_id);

CREATE INDEX ix_duty_member_id ON duty (member_id);

CREATE TABLE expertise (
	member_id INTEGER NOT NULL, 
	subject VARCHAR NOT NULL, 
	domain_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_expertise_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_expertise_domain_id FOREIGN KEY(domain_id) REFERENCES domain (id) ON DELETE SET NULL
);

CREATE INDEX ix_expertise_member_id ON expertise (member_id);

CREATE TABLE handover (
	name VARCHAR NOT NULL, 
	started DATE NOT NULL, 
	member_id INTEGER, 
	receiver_id INTEGER, 
	finished DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_handover_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_handover_receiver_id FOREIGN KEY(receiver_id) REFERENCES member (id) ON DELETE SET NULL
);

CREATE INDEX ix_handover_member_id ON handover (member_id);

CREATE TABLE hours_worked (
	member_id INTEGER NOT NULL, 
	"on" DATE NOT NULL, 
	hours DOUBLE NOT NULL, 
	what VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_hours_worked_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE INDEX ix_hours_worked_member_id ON hours_worked (member_id);

CREATE TABLE interest (
	member_id INTEGER NOT NULL, 
	organisation VARCHAR NOT NULL, 
	function VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	told DATE, 
	until DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_interest_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE INDEX ix_interest_member_id ON interest (member_id);

CREATE TABLE lesson_done (
	member_id INTEGER NOT NULL, 
	lesson VARCHAR NOT NULL, 
	"on" DATE NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_lesson_done_member_id UNIQUE (member_id, lesson), 
	CONSTRAINT fk_lesson_done_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE looked_up (
	member_id INTEGER NOT NULL, 
	term VARCHAR NOT NULL, 
	last DATE NOT NULL, 
	times INTEGER NOT NULL, 
	known BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_looked_up_member_id UNIQUE (member_id, term), 
	CONSTRAINT fk_looked_up_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE programme (
	member_id INTEGER NOT NULL, 
	starts DATE NOT NULL, 
	template VARCHAR NOT NULL, 
	review DATE, 
	buddy_id INTEGER, 
	reachable VARCHAR NOT NULL, 
	finished DATE, 
	certificate BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_programme_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_programme_buddy_id FOREIGN KEY(buddy_id) REFERENCES member (id) ON DELETE SET NULL
);

CREATE INDEX ix_programme_member_id ON programme (member_id);

CREATE TABLE tenure (
	member_id INTEGER NOT NULL, 
	since DATE NOT NULL, 
	seat_id INTEGER, 
	number INTEGER NOT NULL, 
	until DATE, 
	ended DATE, 
	appointed_by VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_tenure_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_tenure_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE SET NULL
);

CREATE INDEX ix_tenure_member_id ON tenure (member_id);

CREATE INDEX ix_tenure_seat_id ON tenure (seat_id);

CREATE TABLE training (
	topic VARCHAR NOT NULL, 
	member_id INTEGER, 
	provider VARCHAR NOT NULL, 
	"on" DATE, 
	hours DOUBLE, 
	cost INTEGER, 
	note VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_training_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE INDEX ix_training_member_id ON training (member_id);

CREATE TABLE vacancy (
	title VARCHAR NOT NULL, 
	seat_id INTEGER, 
	state VARCHAR NOT NULL, 
	profile VARCHAR NOT NULL, 
	offer VARCHAR NOT NULL, 
	channels VARCHAR NOT NULL, 
	contact VARCHAR NOT NULL, 
	opened DATE, 
	closes DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_vacancy_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE SET NULL
);

CREATE TABLE candidate (
	vacancy_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	met DATE, 
	trial_id INTEGER, 
	needs VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	keep_until DATE, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_candidate_vacancy_id FOREIGN KEY(vacancy_id) REFERENCES vacancy (id) ON DELETE CASCADE, 
	CONSTRAINT fk_candidate_trial_id FOREIGN KEY(trial_id) REFERENCES meeting (id) ON DELETE SET NULL
);

CREATE INDEX ix_candidate_vacancy_id ON candidate (vacancy_id);

CREATE TABLE handover_point (
	handover_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	record INTEGER, 
	receiver_id INTEGER, 
	state VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_handover_point_handover_id FOREIGN KEY(handover_id) REFERENCES handover (id) ON DELETE CASCADE, 
	CONSTRAINT fk_handover_point_receiver_id FOREIGN KEY(receiver_id) REFERENCES member (id) ON DELETE SET NULL
);

CREATE INDEX ix_handover_point_handover_id ON handover_point (handover_id);

CREATE TABLE programme_step (
	programme_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	lesson VARCHAR NOT NULL, 
	minutes INTEGER, 
	due DATE, 
	done DATE, 
	understood INTEGER, 
	question VARCHAR NOT NULL, 
	item_id INTEGER, 
	meeting_id INTEGER, 
	answer VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_programme_step_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_programme_step_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_programme_step_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
);

CREATE INDEX ix_programme_step_programme_id ON programme_step (programme_id);
