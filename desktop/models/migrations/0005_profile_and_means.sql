ALTER TABLE claim_kind ADD COLUMN budget VARCHAR NOT NULL DEFAULT 'allowances';
ALTER TABLE vacancy ADD COLUMN mixed BOOLEAN NOT NULL DEFAULT 0;

CREATE TABLE budget_line (
	year INTEGER NOT NULL, 
	part VARCHAR NOT NULL, 
	granted INTEGER, 
	planned INTEGER, 
	source VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_budget_line_year UNIQUE (year, part)
);

CREATE TABLE headcount (
	about VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	people INTEGER, 
	counted DATE, 
	needed BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE profile_item (
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE spending (
	what VARCHAR NOT NULL, 
	"on" DATE NOT NULL, 
	amount INTEGER NOT NULL, 
	part VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE support_need (
	what VARCHAR NOT NULL, 
	priority VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	asked DATE, 
	given VARCHAR NOT NULL, 
	by_whom VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE profile_level (
	item_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	said INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_profile_level_item_id UNIQUE (item_id, member_id), 
	CONSTRAINT fk_profile_level_item_id FOREIGN KEY(item_id) REFERENCES profile_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_profile_level_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE INDEX ix_profile_level_member_id ON profile_level (member_id);

CREATE TABLE committee_member (
	vacancy_id INTEGER NOT NULL, 
	member_id INTEGER, 
	name VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_committee_member_vacancy_id UNIQUE (vacancy_id, member_id), 
	CONSTRAINT fk_committee_member_vacancy_id FOREIGN KEY(vacancy_id) REFERENCES vacancy (id) ON DELETE CASCADE, 
	CONSTRAINT fk_committee_member_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE INDEX ix_committee_member_member_id ON committee_member (member_id);

CREATE INDEX ix_committee_member_vacancy_id ON committee_member (vacancy_id);

CREATE TABLE theme_card (
	title VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	watch VARCHAR NOT NULL, 
	questions VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	dated DATE, 
	owner_id INTEGER, 
	look_again DATE, 
	paper VARCHAR NOT NULL, 
	paper_name VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_theme_card_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL
);

CREATE INDEX ix_theme_card_owner_id ON theme_card (owner_id);
